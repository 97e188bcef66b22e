-- A department that sees its own projects only sees only their scouts, too.
SELECT app_wall_departments();
