import sys

from config.words.report import main

sys.exit(main())
