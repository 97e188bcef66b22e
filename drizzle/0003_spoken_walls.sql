-- The wall around the tables of 0002, as around all others.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['spoken_letters', 'signing_calls'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- what the desk tells by telephone
CREATE POLICY desk ON spoken_letters USING (app_is_desk());
--> statement-breakpoint
-- whoever wants to agree, and the desk that calls
CREATE POLICY own ON signing_calls USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY desk ON signing_calls USING (app_is_desk());
--> statement-breakpoint
-- the desk writes down somebody who has no mail address: only such accounts
CREATE POLICY desk_writes_down ON accounts FOR INSERT
  WITH CHECK (app_is_desk() AND power = 'person' AND email LIKE '%@no-mail.invalid');
--> statement-breakpoint
CREATE POLICY desk_writes_down ON people FOR INSERT
  WITH CHECK (app_is_desk() AND EXISTS (
    SELECT 1 FROM accounts a WHERE a.id = account_id AND a.email LIKE '%@no-mail.invalid'));
