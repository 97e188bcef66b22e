-- The wall around the table before it: what is public with its case, the two sides of it, and the desk.
ALTER TABLE stories ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE stories FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON stories USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON stories USING (app_is_system());
--> statement-breakpoint
CREATE POLICY desk ON stories USING (app_is_desk());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON stories TO meguri_app;
--> statement-breakpoint
CREATE POLICY read_published ON stories FOR SELECT USING (
  published_at IS NOT NULL AND withdrawn_at IS NULL AND EXISTS (
    SELECT 1 FROM cases c WHERE c.id = case_id AND c.published_at IS NOT NULL AND c.withdrawn_at IS NULL));
--> statement-breakpoint
CREATE POLICY parties_read ON stories FOR SELECT USING (EXISTS (
  SELECT 1 FROM cases c WHERE c.id = case_id AND (c.account_id = app_actor() OR c.company_id = app_organisation())));
--> statement-breakpoint
CREATE POLICY parties_answer ON stories FOR UPDATE USING (EXISTS (
  SELECT 1 FROM cases c WHERE c.id = case_id AND (c.account_id = app_actor() OR c.company_id = app_organisation())));
