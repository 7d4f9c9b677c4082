"""Components of the pipeline that suit Bangla, Banglish and English alike."""
