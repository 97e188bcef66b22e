-- The wall around the table of 0013: whom the desk called about answers is the desk's alone.
ALTER TABLE promise_calls ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE promise_calls FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON promise_calls USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON promise_calls USING (app_is_system());
--> statement-breakpoint
CREATE POLICY desk ON promise_calls USING (app_is_desk());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON promise_calls TO meguri_app;
