-- The desk may know how many messages the rules found something in, and nothing else of them: counted with the owner's eyes.
CREATE FUNCTION app_message_signs(since timestamptz) RETURNS TABLE (sign text, messages integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT s.sign, count(*)::integer FROM messages m, unnest(m.signs) AS s(sign)
    WHERE app_is_desk() AND m.sent_at > since GROUP BY s.sign $$;
