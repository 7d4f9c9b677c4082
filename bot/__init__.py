"""The front end: reads the content packs, asks Rasa what a sentence means, shows cards; never imports Rasa."""
