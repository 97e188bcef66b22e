-- What companies came to in a closed year: written with its closing, read by the program alone.
ALTER TABLE fiscal_counts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE fiscal_counts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON fiscal_counts USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON fiscal_counts USING (app_is_system());
--> statement-breakpoint
CREATE POLICY own_writes ON fiscal_counts FOR INSERT WITH CHECK (EXISTS (
  SELECT 1 FROM fiscal_closings c WHERE c.id = closing_id AND c.partner_id = app_organisation() AND NOT app_is_lending()));
--> statement-breakpoint
GRANT SELECT, INSERT ON fiscal_counts TO meguri_app;
