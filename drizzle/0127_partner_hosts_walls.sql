-- The host name of a partner: everybody's requests are answered by it, the desk keeps it.
ALTER TABLE partner_hosts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE partner_hosts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON partner_hosts USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON partner_hosts USING (app_is_system());
--> statement-breakpoint
CREATE POLICY read_all ON partner_hosts FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY desk ON partner_hosts USING (app_is_desk());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON partner_hosts TO meguri_app;
