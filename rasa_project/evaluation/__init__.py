"""What `dishari evaluate` is made of; nothing here makes a model, so a change here trains nothing again."""
