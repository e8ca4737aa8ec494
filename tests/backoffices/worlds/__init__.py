"""Each kind of back-office with its connector, as the contract tests need them.

with World() as world:
    world.fake                     the back-office itself
    world.connector(**changes)     who speaks to it; changes are lines of backoffices.yaml
    world.settings_lines()         those lines
    world.target                   what a route may name there
    world.times(reference)         how often something with this reference is stored there
    world.clerk_sets(...)          where it has a status: a clerk over there changes it
    world.can_look_up              whether it can be asked if something arrived
"""
