// Statements are sorted into groups. An answer: the group's number, from 0, for each statement.
KINDS.classify = placed((item) => item.statements, (item) => item.groups, (statement) => statement.group);
