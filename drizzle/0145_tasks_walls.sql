-- Who could publish, choose and sign keeps all three; who could sign is a member who was given that too.
UPDATE memberships SET role = 'member', tasks = ARRAY['post', 'choose', 'sign'] WHERE role = 'signatory';
--> statement-breakpoint
UPDATE invitations SET role = 'member', tasks = ARRAY['post', 'choose', 'sign'] WHERE role = 'signatory';
--> statement-breakpoint

-- Whether somebody who acts in a company's name sees who applies: of members, those who choose or sign. Asked with the owner's
-- eyes, once in a query.
CREATE FUNCTION app_sees_people() RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT NOT EXISTS (SELECT 1 FROM memberships m JOIN organisations o ON o.id = m.organisation_id
    WHERE app_power() = 'person' AND m.account_id = app_actor() AND m.organisation_id = app_organisation()
      AND m.until IS NULL AND m.role = 'member' AND o.kind = 'company' AND NOT m.tasks && ARRAY['choose', 'sign']) $$;
--> statement-breakpoint

-- Restrictive: it takes away from whoever only publishes what their company learns of single people.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['applications', 'interviews', 'assessments', 'selections', 'selection_notes', 'talks', 'scouts',
    'proposals', 'messages', 'attachments', 'blocks', 'reports', 'contracts', 'contract_versions', 'contract_documents',
    'signing_calls', 'work_months', 'visit_plans', 'handover_notes'] LOOP
    EXECUTE format('CREATE POLICY tasks ON %I AS RESTRICTIVE USING ((SELECT app_sees_people())
      OR company_id IS DISTINCT FROM app_organisation()) WITH CHECK (true)', name);
  END LOOP;
END $$;
--> statement-breakpoint

-- An answer that is owed stops new projects, also where whoever would publish may not read that application.
CREATE OR REPLACE FUNCTION app_owes_answers(company uuid, at timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT (company = app_assisted() OR company = app_organisation()) AND EXISTS (
    SELECT 1 FROM applications a WHERE a.company_id = company AND a.sent_at IS NOT NULL AND a.answer_by < at
      AND a.withdrawn_at IS NULL AND a.shortlisted_at IS NULL AND a.interview_at IS NULL AND a.offered_at IS NULL
      AND a.accepted_at IS NULL AND a.declined_at IS NULL AND a.lapsed_at IS NULL) $$;
