import sys

from config.examining.examination import main

sys.exit(main())
