-- The wall around the tables of 0061. What somebody was told is theirs alone, whichever company it is about: neither a colleague nor
-- the desk reads it. Letters are written by the program's own jobs.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['notices', 'notice_settings'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
    EXECUTE format('CREATE POLICY own ON %I USING (account_id = app_actor())', name);
  END LOOP;
END $$;
