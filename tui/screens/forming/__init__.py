"""What the form of a record is made of: its pages, giving values, and writing them."""
