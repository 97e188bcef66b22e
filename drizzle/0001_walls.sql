-- The wall: person + organisation. Every table is FORCEd; the application's role owns nothing and sees only
-- what these policies let through. The settings are made by lib/db.asActor, once per transaction.
CREATE FUNCTION app_actor() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.actor', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app_organisation() RETURNS uuid LANGUAGE sql STABLE
  AS $$ SELECT nullif(current_setting('app.organisation', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION app_power() RETURNS text LANGUAGE sql STABLE
  AS $$ SELECT coalesce(current_setting('app.power', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION app_is_system() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT app_power() = 'system' $$;
--> statement-breakpoint
CREATE FUNCTION app_is_desk() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT app_power() IN ('operator', 'administrator', 'system') $$;
--> statement-breakpoint

-- Is this person hidden from this organisation? Asked by a policy, answered with the owner's eyes, so that the
-- lists themselves stay unreadable for everybody.
CREATE FUNCTION app_is_hidden(talent uuid, organisation uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT EXISTS (
    SELECT 1 FROM employer_blocks b JOIN company_keys k ON k.key_hash = b.key_hash
    WHERE b.talent_id = talent AND k.company_id = organisation) $$;
--> statement-breakpoint

DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    -- migrations, backup and the functions above run as the owner
    EXECUTE format('CREATE POLICY owner ON %I USING (current_user <> ''meguri_app'')', name);
    EXECUTE format('CREATE POLICY system ON %I USING (app_is_system())', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO meguri_app', name);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO meguri_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO meguri_app;
--> statement-breakpoint

-- accounts: secrets (sessions, identities, verifications, passkeys, codes, mailbox) stay with the system policy alone
CREATE POLICY read_mode ON instance FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY own ON accounts USING (id = app_actor());
--> statement-breakpoint
CREATE POLICY desk ON accounts FOR SELECT USING (app_is_desk());
--> statement-breakpoint
-- people of one organisation know each other's address
CREATE POLICY colleague ON accounts FOR SELECT USING (EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.account_id = accounts.id AND m.organisation_id = app_organisation() AND m.until IS NULL));
--> statement-breakpoint
CREATE POLICY read_all ON organisations FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY found ON organisations FOR INSERT WITH CHECK (app_actor() IS NOT NULL);
--> statement-breakpoint
CREATE POLICY own ON memberships FOR SELECT USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY same_organisation ON memberships USING (organisation_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON memberships USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY same_organisation ON invitations USING (organisation_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON invitations USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY own ON consents USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY recipient ON consents FOR SELECT USING (recipient_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON consents FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY own ON people USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY desk ON people FOR SELECT USING (app_is_desk());
--> statement-breakpoint
-- a company learns who somebody is only through that person's own consent
CREATE POLICY consented ON people FOR SELECT USING (EXISTS (
  SELECT 1 FROM consents c
  WHERE c.account_id = people.account_id AND c.recipient_id = app_organisation()
    AND c.purpose IN ('application', 'contract') AND c.revoked_at IS NULL));
--> statement-breakpoint
CREATE POLICY colleague ON people FOR SELECT USING (EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.account_id = people.account_id AND m.organisation_id = app_organisation() AND m.until IS NULL));
--> statement-breakpoint

-- history is written by everybody, read by those concerned, changed by nobody
CREATE POLICY write ON history FOR INSERT WITH CHECK (actor IS NOT DISTINCT FROM app_actor());
--> statement-breakpoint
CREATE POLICY own ON history FOR SELECT USING (actor = app_actor() OR organisation = app_organisation() OR app_is_desk());
--> statement-breakpoint
-- what somebody without an account does is nobody's row: the act itself must still learn the number that it got
CREATE POLICY written_now ON history FOR SELECT USING (xid = pg_current_xact_id_if_assigned());
--> statement-breakpoint
REVOKE UPDATE, DELETE ON history FROM meguri_app;
--> statement-breakpoint
CREATE FUNCTION history_is_kept() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'history is append-only'; END $$;
--> statement-breakpoint
CREATE TRIGGER history_is_kept BEFORE UPDATE OR DELETE ON history
  FOR EACH ROW EXECUTE FUNCTION history_is_kept();
--> statement-breakpoint
CREATE POLICY own ON submissions USING (actor IS NOT DISTINCT FROM app_actor());
--> statement-breakpoint

-- partners and companies
CREATE POLICY read_all ON partners FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY read_all ON companies FOR SELECT USING (true);
--> statement-breakpoint
CREATE POLICY own ON companies FOR ALL USING (id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON companies USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY own ON company_contacts USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON company_contacts USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY own ON company_keys FOR INSERT WITH CHECK (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY partner ON partner_companies FOR SELECT USING (partner_id = app_organisation() AND revoked_at IS NULL);
--> statement-breakpoint
-- All that a partner sees of a company that consents: how far each project is, since when. Never what it says; drafts not
-- at all. Asked with the owner's eyes, so that the projects themselves stay unreadable for the partner.
CREATE FUNCTION app_partner_projects(at timestamptz) RETURNS TABLE (
  company_id uuid, number integer, submitted_at timestamptz, returned_at timestamptz, published_at timestamptz,
  closed_at timestamptz, filled_at timestamptz, unfilled_at timestamptz, withdrawn_at timestamptz,
  sealed_at timestamptz, ended_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT p.company_id, p.number, p.submitted_at, p.returned_at, p.published_at,
      p.closed_at, p.filled_at, p.unfilled_at, p.withdrawn_at,
      max(c.sealed_at), CASE WHEN bool_and(coalesce(c.ended_at, c.ended_early_at) IS NOT NULL)
        THEN max(coalesce(c.ended_at, c.ended_early_at)) END
    FROM partner_companies b
    JOIN projects p ON p.company_id = b.company_id
    LEFT JOIN contracts c ON c.project_id = p.id AND c.sealed_at IS NOT NULL
    WHERE b.partner_id = app_organisation() AND b.revoked_at IS NULL AND (b.until IS NULL OR b.until > at)
      AND (p.submitted_at IS NOT NULL OR p.published_at IS NOT NULL)
    GROUP BY p.id $$;
--> statement-breakpoint
CREATE POLICY company ON partner_companies USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON partner_companies USING (app_is_desk());
--> statement-breakpoint

-- talents: the person; the desk; a company, when the profile is open, the employer question answered, and the
-- person not hidden from it; a company to which the person applied
CREATE POLICY own ON talents USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY desk ON talents FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY own ON applications USING (account_id = app_actor());
--> statement-breakpoint
CREATE POLICY company ON applications USING (company_id = app_organisation() AND sent_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY desk ON applications FOR SELECT USING (app_is_desk());
--> statement-breakpoint
-- has the desk made sure that this company exists? Until then it sees nobody who did not apply to it
CREATE FUNCTION app_is_verified(company uuid) RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT EXISTS (SELECT 1 FROM companies c WHERE c.id = company AND c.verified_at IS NOT NULL) $$;
--> statement-breakpoint
CREATE POLICY company ON talents FOR SELECT USING (
  app_organisation() IS NOT NULL AND (
    (published_at IS NOT NULL AND hidden_at IS NULL AND employer_answered_at IS NOT NULL
      AND availability <> 'pause' AND app_is_verified(app_organisation())
      AND NOT app_is_hidden(id, app_organisation()))
    OR EXISTS (SELECT 1 FROM applications a WHERE a.talent_id = talents.id AND a.company_id = app_organisation())));
--> statement-breakpoint
CREATE POLICY with_talent ON talent_codes FOR SELECT USING (EXISTS (SELECT 1 FROM talents t WHERE t.id = talent_id));
--> statement-breakpoint
CREATE POLICY own ON talent_codes USING (EXISTS (
  SELECT 1 FROM talents t WHERE t.id = talent_id AND t.account_id = app_actor()));
--> statement-breakpoint
CREATE POLICY with_talent ON ties FOR SELECT USING (EXISTS (SELECT 1 FROM talents t WHERE t.id = talent_id));
--> statement-breakpoint
CREATE POLICY own ON ties USING (EXISTS (
  SELECT 1 FROM talents t WHERE t.id = talent_id AND t.account_id = app_actor()));
--> statement-breakpoint
CREATE POLICY own ON employers USING (EXISTS (
  SELECT 1 FROM talents t WHERE t.id = talent_id AND t.account_id = app_actor()));
--> statement-breakpoint
CREATE POLICY own ON employer_blocks USING (EXISTS (
  SELECT 1 FROM talents t WHERE t.id = talent_id AND t.account_id = app_actor()));
--> statement-breakpoint

-- worries: the writer, the company, the desk; before anybody signed in, whoever holds the token (in the query)
CREATE POLICY own ON worries USING (account_id = app_actor() OR company_id = app_organisation() OR account_id IS NULL);
--> statement-breakpoint
-- a worry's address names no company, so its members are known by their membership
CREATE POLICY colleague ON worries USING (EXISTS (
  SELECT 1 FROM memberships m
  WHERE m.organisation_id = company_id AND m.account_id = app_actor() AND m.until IS NULL));
--> statement-breakpoint
CREATE POLICY with_worry ON worry_browsers FOR SELECT USING (EXISTS (SELECT 1 FROM worries w WHERE w.id = worry_id));
--> statement-breakpoint
CREATE POLICY desk ON worries USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY with_worry ON challenge_nodes USING (EXISTS (SELECT 1 FROM worries w WHERE w.id = worry_id));
--> statement-breakpoint

-- projects: everybody once published; before that the company and the desk
CREATE POLICY read_published ON projects FOR SELECT USING (published_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY own ON projects USING (company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON projects USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY with_project ON project_codes FOR SELECT USING (EXISTS (SELECT 1 FROM projects p WHERE p.id = project_id));
--> statement-breakpoint
CREATE POLICY own ON project_codes USING (EXISTS (
  SELECT 1 FROM projects p WHERE p.id = project_id AND (p.company_id = app_organisation() OR app_is_desk())));
--> statement-breakpoint

-- between the two: each row names its company and its person
CREATE POLICY parties ON interviews USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON interviews FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY parties ON messages USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY parties ON contracts USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON contracts FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY company ON contract_versions USING (company_id = app_organisation());
--> statement-breakpoint
-- a draft is the company's own until it is proposed
CREATE POLICY talent ON contract_versions USING (account_id = app_actor() AND proposed_at IS NOT NULL);
--> statement-breakpoint
CREATE POLICY parties ON contract_documents FOR SELECT USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
REVOKE UPDATE, DELETE ON contract_documents FROM meguri_app;
--> statement-breakpoint
CREATE POLICY parties ON work_months USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON work_months FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY parties ON visits USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
-- each side writes its own, and reads the other's when both have written: asked with the owner's eyes
CREATE FUNCTION app_both_reviewed(contract uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT count(DISTINCT side) = 2 FROM reviews WHERE contract_id = contract $$;
--> statement-breakpoint
CREATE POLICY own ON reviews USING (
  (side = 'talent' AND account_id = app_actor()) OR (side = 'company' AND company_id = app_organisation()));
--> statement-breakpoint
CREATE POLICY both_written ON reviews FOR SELECT USING (
  (account_id = app_actor() OR company_id = app_organisation()) AND app_both_reviewed(contract_id));
--> statement-breakpoint
CREATE POLICY desk ON reviews FOR SELECT USING (app_is_desk());
--> statement-breakpoint
CREATE POLICY read_published ON cases FOR SELECT USING (published_at IS NOT NULL AND withdrawn_at IS NULL);
--> statement-breakpoint
CREATE POLICY parties ON cases USING (account_id = app_actor() OR company_id = app_organisation());
--> statement-breakpoint
CREATE POLICY desk ON cases USING (app_is_desk());
--> statement-breakpoint

-- what the engine showed
CREATE POLICY company ON proposals FOR SELECT USING (
  company_id = app_organisation() AND app_is_verified(company_id) AND NOT app_is_hidden(talent_id, company_id));
--> statement-breakpoint
CREATE POLICY desk ON proposals FOR SELECT USING (app_is_desk());
--> statement-breakpoint

-- the desk
CREATE POLICY ask ON consultations FOR INSERT WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY desk ON consultations USING (app_is_desk());

--> statement-breakpoint

-- applications: how many there are is public, and two people who take the last place have to wait for each other,
-- while nobody may read the applications of others. So the questions are answered, and the project's row is locked,
-- with the owner's eyes.
CREATE FUNCTION app_sent_applications(project uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT count(*)::integer FROM applications a
    WHERE a.project_id = project AND a.sent_at IS NOT NULL AND a.withdrawn_at IS NULL $$;
--> statement-breakpoint
CREATE FUNCTION app_accepted_applications(project uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT count(*)::integer FROM applications a WHERE a.project_id = project AND a.accepted_at IS NOT NULL $$;
--> statement-breakpoint
CREATE FUNCTION app_lock_project(project uuid) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public
  AS $$ BEGIN PERFORM 1 FROM projects p WHERE p.id = project AND p.published_at IS NOT NULL FOR NO KEY UPDATE; END $$;
