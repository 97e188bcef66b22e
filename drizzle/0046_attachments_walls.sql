-- The wall around attachments: the two sides of the message, and nobody else; the desk neither.
ALTER TABLE attachments ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE attachments FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON attachments USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON attachments USING (app_is_system());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON attachments TO meguri_app;
--> statement-breakpoint
CREATE POLICY parties ON attachments USING (account_id = app_actor() OR company_id = app_organisation());
