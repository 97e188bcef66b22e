-- The wall around the table beside it: what another service says of somebody is read and written by the program alone.
ALTER TABLE introductions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE introductions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON introductions USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON introductions USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON introductions TO meguri_app;
