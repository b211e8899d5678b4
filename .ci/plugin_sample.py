"""Writes the stage that docs/plugins.md shows to a file, so that what a reader types is what is tested.

usage: plugin_sample.py docs/plugins.md OUT.py
"""

import re
import sys
import textwrap
from pathlib import Path

code = re.search(r"```python\n(.*?)```", Path(sys.argv[1]).read_text(), re.S).group(1)
Path(sys.argv[2]).write_text(textwrap.dedent(code))
