"""The world as data: the tables, checked against their passports."""
