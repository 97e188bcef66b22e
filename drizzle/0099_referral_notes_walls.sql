-- When the company of a referral came to each step after it agreed: days and nothing else. A partner is told of its own referrals
-- as long as the consent holds, the desk of all.
CREATE FUNCTION app_referral_steps(at timestamptz) RETURNS TABLE (
  id uuid, challenge timestamptz, project timestamptz, published timestamptz, applied timestamptz, contract timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT r.id,
      (SELECT min(w.structured_at) FROM worries w WHERE w.company_id = r.company_id AND w.structured_at >= r.consented_at),
      (SELECT min(p.submitted_at) FROM projects p WHERE p.company_id = r.company_id AND p.submitted_at >= r.consented_at),
      (SELECT min(p.published_at) FROM projects p WHERE p.company_id = r.company_id AND p.published_at >= r.consented_at),
      (SELECT min(a.sent_at) FROM applications a WHERE a.company_id = r.company_id AND a.sent_at >= r.consented_at),
      (SELECT min(c.sealed_at) FROM contracts c WHERE c.company_id = r.company_id AND c.sealed_at >= r.consented_at)
    FROM referrals r
    WHERE r.company_id IS NOT NULL AND r.confirmed_at IS NOT NULL AND r.revoked_at IS NULL
      AND r.until >= (at AT TIME ZONE 'Asia/Tokyo')::date
      AND (app_is_desk() OR (r.partner_id = app_organisation() AND NOT app_is_lending()
        AND EXISTS (SELECT 1 FROM partner_companies b WHERE b.partner_id = r.partner_id AND b.company_id = r.company_id
          AND b.revoked_at IS NULL AND (b.until IS NULL OR b.until > at)))) $$;
