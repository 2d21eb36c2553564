"""What a student gets back: a page of what was asked, answered and earned, and what to revisit."""
