-- The wall around the table of the migration before: its person, its company as long as the person does not hide from it, the
-- desk for the promise.
ALTER TABLE talks ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE talks FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON talks USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON talks USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON talks TO meguri_app;
--> statement-breakpoint
CREATE POLICY own ON talks USING (account_id = app_actor())
  WITH CHECK (account_id = app_actor() AND (cancelled_at IS NOT NULL OR NOT app_is_hidden(talent_id, company_id)));
--> statement-breakpoint
CREATE POLICY company_reads ON talks FOR SELECT USING (
  company_id = app_organisation() AND NOT app_is_hidden(talent_id, company_id));
--> statement-breakpoint
CREATE POLICY company_answers ON talks FOR UPDATE USING (
  company_id = app_organisation() AND NOT app_is_hidden(talent_id, company_id));
--> statement-breakpoint
CREATE POLICY desk ON talks FOR SELECT USING (app_is_desk());
--> statement-breakpoint
-- whoever asked for a talk shows the card to that company, as long as the talk is not called off or declined
CREATE POLICY talking ON talents FOR SELECT USING (EXISTS (
  SELECT 1 FROM talks k WHERE k.talent_id = talents.id AND k.company_id = app_organisation()
    AND k.cancelled_at IS NULL AND k.declined_at IS NULL));
