"""The Rasa side: it decides which card answers, and holds no sentence that a person reads."""
