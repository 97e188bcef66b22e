-- A partner's logo: on public pages, changed by the partner alone.
ALTER TABLE partner_logos ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE partner_logos FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON partner_logos USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON partner_logos USING (app_is_system());
--> statement-breakpoint
CREATE POLICY read_all ON partner_logos FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY own ON partner_logos USING (partner_id = app_organisation() AND NOT app_is_lending());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_logos TO meguri_app;
