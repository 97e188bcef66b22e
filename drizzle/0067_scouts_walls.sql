-- The wall around the tables of 0053. The words of a scout are between company and person: the desk reads none.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['scouts', 'scout_counts'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
-- what a company has sent it goes on seeing, whatever becomes of the profile: that somebody hides from it later tells nothing
CREATE POLICY company_reads ON scouts FOR SELECT USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY company_changes ON scouts FOR UPDATE USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY company_sends ON scouts FOR INSERT WITH CHECK (
  company_id = app_organisation() AND app_is_verified(company_id) AND NOT app_is_hidden(talent_id, company_id)
  AND EXISTS (SELECT 1 FROM talents t WHERE t.id = talent_id AND t.account_id = scouts.account_id AND t.no_scouts_at IS NULL));
--> statement-breakpoint
CREATE POLICY own_reads ON scouts FOR SELECT USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY own_answers ON scouts FOR UPDATE USING (account_id = app_actor());
--> statement-breakpoint
-- One more scout of a company, or to a person, in a week; false when there are as many as may be. Nobody reads the counts: how
-- wanted somebody is is nobody's business.
CREATE FUNCTION app_count_scout(subject uuid, in_week date, most integer) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ BEGIN
    IF app_organisation() IS NULL OR app_is_hidden(subject, app_organisation()) THEN RETURN false; END IF;
    INSERT INTO scout_counts AS c (subject_id, week, scouts) VALUES (subject, in_week, 1)
      ON CONFLICT (subject_id, week) DO UPDATE SET scouts = c.scouts + 1 WHERE c.scouts < most;
    RETURN FOUND;
  END $$;
