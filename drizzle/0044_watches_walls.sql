-- The wall around the tables of 0043. What somebody watches tells what they look for, and where: it is theirs alone. No
-- company and nobody of the desk reads it; letters are written by the program's own jobs.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['watches', 'watch_hits'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own ON watches USING (account_id = app_actor());
