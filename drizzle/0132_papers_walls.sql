-- Printed sheets: the company's own; whoever holds one answers by the program.
ALTER TABLE papers ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE papers FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON papers USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON papers USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON papers TO meguri_app;
--> statement-breakpoint
CREATE POLICY company ON papers USING (company_id = app_organisation());
--> statement-breakpoint
SELECT app_wall_departments();
