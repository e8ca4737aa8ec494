import sys

from config.updating.looking import main

sys.exit(main())
