-- The wall around the tables of 0091: what was released is for everybody to read, and for the program alone to write.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['releases', 'release_files'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('CREATE POLICY everybody_reads ON %I FOR SELECT USING (true)', name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO meguri_app', name);
  END LOOP;
END $$;
