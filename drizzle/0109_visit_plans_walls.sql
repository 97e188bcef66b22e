-- The wall around the table of 0100: the two sides of a contract, as around visits.
ALTER TABLE visit_plans ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE visit_plans FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON visit_plans USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON visit_plans USING (app_is_system());
--> statement-breakpoint
CREATE POLICY parties ON visit_plans USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON visit_plans TO meguri_app;
--> statement-breakpoint
SELECT app_wall_departments();
