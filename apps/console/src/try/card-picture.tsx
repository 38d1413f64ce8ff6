import { useState } from 'preact/hooks';

import { Icon } from '../controls/icon.tsx';
import { type Photo, srcsetOf } from './photo.ts';
import type { TryWords } from './words.ts';

/** What the picture of a card is made of. */
export interface CardPictureProps {
  words: TryWords;
  title: string;
  /** Address of the file itself, until the photo is there. */
  preview: string | undefined;
  photo: Photo | undefined;
  /** Still on its way: shown paler. */
  pale: boolean;
  /** The photo is there, what was behind it is not seen any more. */
  onShown: () => void;
}

/** The file as it is here, then the server's blurred placeholder, then its thumbnail: each fades into the next. */
export function CardPicture({ words, title, preview, photo, pale, onShown }: CardPictureProps) {
  const [shown, setShown] = useState(false);
  const thumb = photo?.sizes[0];
  return (
    <div class={`picture${pale ? ' pale' : ''}`}>
      {!preview && !photo && <Icon name="image" />}
      {preview && <img src={preview} alt={photo ? '' : words.preview(title)} onError={onShown} />}
      {photo?.placeholder && !shown && <img src={photo.placeholder} alt="" />}
      {photo && thumb && (
        <img
          class={shown ? 'shown' : 'coming'}
          src={thumb.url}
          srcset={srcsetOf(photo)}
          sizes="7.5rem"
          width={thumb.width}
          height={thumb.height}
          alt={words.photo(title)}
          onLoad={() => {
            setShown(true);
            onShown();
          }}
        />
      )}
    </div>
  );
}
