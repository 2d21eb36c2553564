"""`python -m course` is the `course` command."""

import sys

from course._beside import leave_present_folder
from course.cli import main

leave_present_folder()
sys.exit(main())
