-- A proof's row is its person's own. Whether one still holds the program tells to whoever has its code, and nothing more.
ALTER TABLE proofs ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE proofs FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON proofs USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON proofs USING (app_is_system());
--> statement-breakpoint
CREATE POLICY own ON proofs USING (account_id = app_actor());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON proofs TO meguri_app;
