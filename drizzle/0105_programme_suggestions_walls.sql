-- A partner suggests a programme of its own to a company that shows itself to it; the company sees it.
ALTER TABLE programme_suggestions ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE programme_suggestions FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON programme_suggestions USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON programme_suggestions USING (app_is_system());
--> statement-breakpoint
CREATE POLICY company ON programme_suggestions FOR SELECT USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY partner ON programme_suggestions USING (NOT app_is_lending() AND EXISTS (
  SELECT 1 FROM programmes g JOIN partner_companies b ON b.partner_id = g.partner_id
  WHERE g.id = programme_id AND g.partner_id = app_organisation() AND b.company_id = programme_suggestions.company_id));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON programme_suggestions TO meguri_app;
