-- The wall around the tables of 0074: whose LINE it is, is the person's own and the program's.
ALTER TABLE line_links ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE line_links FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON line_links USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON line_links USING (app_is_system());
--> statement-breakpoint
CREATE POLICY own ON line_links USING (account_id = app_actor());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON line_links TO meguri_app;
