-- What was told of a year is written once and never changed or taken away by the application. Only the partner itself
-- (not its lending side) and the desk read it; it holds no figure of few companies.
ALTER TABLE fiscal_closings ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE fiscal_closings FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON fiscal_closings USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON fiscal_closings USING (app_is_system());
--> statement-breakpoint
CREATE POLICY own_reads ON fiscal_closings FOR SELECT USING (partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
CREATE POLICY own_writes ON fiscal_closings FOR INSERT
  WITH CHECK (partner_id = app_organisation() AND closed_by = app_actor() AND NOT app_is_lending());
--> statement-breakpoint
CREATE POLICY desk ON fiscal_closings FOR SELECT USING (app_is_desk());
--> statement-breakpoint
GRANT SELECT, INSERT ON fiscal_closings TO meguri_app;
