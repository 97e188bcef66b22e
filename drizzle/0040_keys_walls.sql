-- The wall around the table of 0037: which companies belong together is the desk's to know. No company reads it, its own neither.
ALTER TABLE affiliates ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE affiliates FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY owner ON affiliates USING (current_user <> 'meguri_app');
--> statement-breakpoint
CREATE POLICY system ON affiliates USING (app_is_system());
--> statement-breakpoint
CREATE POLICY desk ON affiliates USING (app_is_desk());
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON affiliates TO meguri_app;
--> statement-breakpoint
-- Every company that is known by one of these hashes, and this one, are from now on known by all that any of them is known by.
-- Done with the owner's eyes: nobody may read keys. Tells which companies that were.
CREATE FUNCTION app_join_keys(company uuid, hashes text[]) RETURNS SETOF uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$
    WITH joined AS (
      SELECT company AS id UNION SELECT company_id FROM company_keys WHERE key_hash = ANY (hashes)),
    known AS (
      SELECT unnest(hashes) AS key_hash UNION
      SELECT key_hash FROM company_keys WHERE company_id IN (SELECT id FROM joined)),
    written AS (
      INSERT INTO company_keys (company_id, key_hash) SELECT id, key_hash FROM joined CROSS JOIN known
      ON CONFLICT DO NOTHING)
    SELECT id FROM joined $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION app_join_keys(uuid, text[]) FROM PUBLIC;
--> statement-breakpoint
-- The desk names a company of the same group.
CREATE FUNCTION app_join_group(company uuid, hashes text[]) RETURNS SETOF uuid
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ SELECT app_join_keys(company, hashes) WHERE app_is_desk() $$;
--> statement-breakpoint
-- A company whose keys have just been written: the desk may have named it as one of a group before it was here.
CREATE FUNCTION app_meet_group(company uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$
    DECLARE named record;
    BEGIN
      IF company IS DISTINCT FROM app_organisation() AND NOT app_is_system() THEN RETURN; END IF;
      FOR named IN
        SELECT DISTINCT a.company_id, a.key_hashes FROM affiliates a
        WHERE a.company_id = company OR EXISTS (
          SELECT 1 FROM company_keys k WHERE k.company_id = company AND k.key_hash = ANY (a.key_hashes))
      LOOP
        PERFORM app_join_keys(named.company_id, named.key_hashes);
      END LOOP;
    END $$;
