// A page of the edition, which stands alone: it keeps the answers itself.

import { load, wakeAll } from "./waking.js";

wakeAll(load("page").then(({ pageHost }) => pageHost));
