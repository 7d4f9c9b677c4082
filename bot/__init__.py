"""The front end: reads the content packs, asks Rasa what a text means, shows cards; never imports Rasa."""
