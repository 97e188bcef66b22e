-- The wall around the table of 0155. What an office pays by is no secret, but only who is signed in for an organisation asks for it;
-- only the office itself writes it, and never its lending side.
ALTER TABLE subsidy_years ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE subsidy_years FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON subsidy_years USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON subsidy_years USING (app_is_system());
--> statement-breakpoint
CREATE POLICY read ON subsidy_years FOR SELECT USING (app_organisation() IS NOT NULL OR app_is_desk());
--> statement-breakpoint
CREATE POLICY office ON subsidy_years USING (partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON subsidy_years TO meguri_app;
