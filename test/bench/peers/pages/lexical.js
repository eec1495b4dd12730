import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { $getRoot, $insertNodes, createEditor } from 'lexical';
import { offer } from './peer.js';

offer((html, place) => {
  place.contentEditable = 'true';
  const editor = createEditor({
    namespace: 'bench',
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
    onError(error) {
      throw error;
    },
  });
  editor.setRootElement(place);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update(
    () => {
      const parsed = new DOMParser().parseFromString(html, 'text/html');
      const nodes = $generateNodesFromDOM(editor, parsed);
      $getRoot().clear().select();
      $insertNodes(nodes);
    },
    { discrete: true },
  );
  return place;
});
