-- The wall around the table of 0167: the program's own.
ALTER TABLE text_spaces ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE text_spaces FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY owner ON text_spaces USING (current_user <> 'meguri_app');--> statement-breakpoint
CREATE POLICY system ON text_spaces USING (app_is_system());--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON text_spaces TO meguri_app;
