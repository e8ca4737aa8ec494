"""Back-offices that answer as the real ones do, their odd errors included, over real HTTP."""
