"""What fills slots, where the components that find it and the rules that use it must agree. Plain Python."""

NO_AMOUNT = "-"  # the value of `money` where a whole question about a price names none
CHOICE = "choice_of_"  # and how many there are: the entity of a typed "b" or "2"
MOST_CHOICES = 4  # that people type; more can only be tapped
