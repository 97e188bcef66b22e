-- An office's own layouts: for its own people, not for those who lend.
ALTER TABLE fiscal_layouts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE fiscal_layouts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON fiscal_layouts USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON fiscal_layouts USING (app_is_system());
--> statement-breakpoint
CREATE POLICY own ON fiscal_layouts USING (partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON fiscal_layouts TO meguri_app;
