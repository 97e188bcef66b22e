-- The wall around the table before: what a company notes while it chooses is read by that company alone; neither the person
-- nor the desk has a policy.
ALTER TABLE selections ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE selections FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON selections USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON selections USING (app_is_system());
--> statement-breakpoint
CREATE POLICY company ON selections USING (company_id = app_organisation());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON selections TO meguri_app;
