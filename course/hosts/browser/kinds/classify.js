// Statements are sorted into groups. An answer: the group's number, from 0, for each statement.

import { KINDS } from "./kind.js";
import { placed } from "./parts.js";

KINDS.classify = placed(
  (item) => item.statements,
  (item) => item.groups,
  (statement) => statement.group,
);
